"""Whose site it is: the school, how to reach it, in which languages it speaks."""

from enum import StrEnum

from site_builder.model.form import Code, Count, Date, File, Line, Phone, Url
from site_builder.model.record import Part, Record


class InstitutionType(StrEnum):
    """What kind of institution publishes here."""

    KINDERGARTEN = "kindergarten"
    """幼儿园 / Kindergarten"""
    PRIMARY = "primary"
    """小学 / Primary school"""
    JUNIOR = "junior"
    """初级中学 / Junior secondary school"""
    NINE_YEAR = "nine-year"
    """九年一贯制学校 / Nine-year school"""
    SENIOR = "senior"
    """高级中学 / Senior secondary school"""
    SECONDARY = "secondary"
    """完全中学 / Complete secondary school"""
    VOCATIONAL = "vocational"
    """职业学校 / Vocational school"""
    COLLEGE = "college"
    """高等学校 / College"""
    TEAM = "team"
    """实习队、项目队 / Team of interns or of a project"""
    OTHER = "other"
    """其他单位 / Other institution"""


class SupervisionPhone(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A telephone where people may complain or ask."""

    office: Line
    """受理单位：谁接听。
    Answered by: the body that takes the call."""
    phone: Phone
    """电话：固定电话或热线。
    Telephone: a fixed line or hotline."""
    hours: Line | None = None
    """受理时间：什么时候有人接听。
    Hours: when somebody answers."""


class OfficialContact(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A number that looks like a person's and is the institution's: a duty mobile, the account fees are paid to."""

    number: Code
    """号码：单位公开使用的手机号或收款账号。
    Number: the mobile or account that the institution uses in public."""
    what: Line
    """用途：这个号码做什么用，谁管。
    Purpose: what it is for and who keeps it."""


class OwnFaces(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Fonts that the institution has a licence for; what is left out is printed in the bundled ones."""

    title: Line | None = None
    """标题字体：印标题和红头，例如小标宋。
    Title: for titles and the red head, such as a narrow bold Song."""
    heading: Line | None = None
    """一级标题字体：印一级标题和表头，例如黑体。
    Heading: for headings and the heads of tables, such as a Heiti."""
    subheading: Line | None = None
    """二级标题字体：印公文的二级标题，例如楷体。
    Second heading: for second headings of official documents, such as a Kaiti."""
    body: Line | None = None
    """正文字体：印公文和通知的正文，例如仿宋。
    Text: for the text of official documents and notices, such as a Fangsong."""


class Site(Record, frozen=True, kw_only=True, omit_defaults=True):
    """The institution and its site; there is one, in data/site.yaml."""

    name: Line
    """单位全称：法人证书上的名称，印在页脚和落款处。
    Full name: as on its certificate; shown in the footer and in signature blocks."""
    name_en: Line | None = None
    """英文全称：英文界面使用；可不填。
    Full name in English: for the English interface; optional."""
    short_name: Line | None = None
    """简称：窄屏幕和页眉使用；可不填。
    Short name: for narrow screens and page headers; optional."""
    short_name_en: Line | None = None
    """英文简称：可不填。
    Short name in English: optional."""
    type: InstitutionType | None = None
    """单位类型：学校属于哪一类。
    Type: which kind of school it is."""
    credit_code: Code | None = None
    """统一社会信用代码：18 位；可不填。
    Unified social credit code: 18 characters; optional."""
    authority: Line
    """主管部门：负责监督学校的行政部门。
    Authority: the administration that supervises the school."""
    authority_en: Line | None = None
    """主管部门英文名：可不填。
    Authority in English: optional."""
    address: Line
    """地址：来访和寄信的地址。
    Address: where to visit and to write to."""
    address_en: Line | None = None
    """英文地址：可不填。
    Address in English: optional."""
    postcode: Code | None = None
    """邮政编码：六位数字；可不填。
    Postcode: six digits; optional."""
    phone: Phone
    """总机电话：对外公开的办公电话。
    Telephone: the office number given to the public."""
    hours: Line | None = None
    """办公时间：什么时候接待来访。
    Office hours: when visitors are received."""
    email: Line | None = None
    """电子邮箱：单位邮箱，不写个人邮箱。
    E-mail: an address of the institution, never a personal one."""
    languages: tuple[Code, ...] = ()
    """网站语言：网站有哪几种语言的界面，写语言代码；不写就只有默认语言。
    Languages: in which the site can be read, by their codes; only the default one when left out."""
    default_language: Code = "zh-CN"
    """默认语言：打开网址时先看到的语言。
    Default language: the one seen first."""
    base_url: Url | None = None
    """网址：网站对外的地址，站点地图和订阅需要它。
    Address: where the site can be reached; needed for the sitemap and the feed."""
    colour: Code | None = None
    """主色：六位十六进制数，不写井号；白字印在它上面要看得清。
    Main colour: six hexadecimal digits without the number sign; white text on it must be readable."""
    emblem: File | None = None
    """校徽：content/files 里的图片。
    Emblem: a picture in content/files."""
    security_contact: Line | None = None
    """安全问题联系方式：发现网站漏洞的人往哪里报，写 mailto: 邮箱、tel: 电话或网址；可不填。
    Security contact: where to report a weakness of the site: mailto:, tel: or https: address; optional."""
    security_until: Date | None = None
    """安全联系方式有效期：到哪天为止有效，最长一年；过期就不再公布。
    Security contact valid until: a year at most; when it has passed the contact is no longer given out."""
    faces: OwnFaces | None = None
    """自备字体：有使用许可的字体，文件放在 templates/fonts；不填就用随附的字体。
    Own fonts: fonts you have a licence for, as files in templates/fonts; optional."""
    icp: Line | None = None
    """ICP 备案号：显示在页脚；没有备案可不填。
    ICP filing number: shown in the footer; optional."""
    data_licence: Url | None = None
    """数据许可：开放数据许可协议的网址；可不填。
    Data licence: the address of the licence of the open data; optional."""
    pupils: Count
    """学生数：在校学生总人数，人均数用它计算。
    Pupils: how many there are in all; figures per head use it."""
    classes: Count | None = None
    """班级数：教学班总数。
    Classes: how many classes there are."""
    staff: Count
    """教职工数：在岗教职工总人数。
    Staff: how many people work there."""
    boarders: Count | None = None
    """住校生数：学生中住校的人数。
    Boarders: how many of the pupils live in."""
    counted_on: Date | None = None
    """统计日期：以上人数是哪一天的。
    Counted on: the day these numbers were taken."""
    supervision_phones: tuple[SupervisionPhone, ...] = ()
    """监督电话：每页页脚都显示。
    Supervision telephones: shown at the foot of every page."""
    official_contacts: tuple[OfficialContact, ...] = ()
    """公务号码：可以公开的手机号和账号；不在这里的都当作个人号码。
    Official numbers: mobiles and accounts that may be published; all others count as somebody's own."""
