"""The offices of the school and the posts in them; people appear on the site as posts."""

from site_builder.model.form import Line, Money, Phone, Slug
from site_builder.model.record import OfficeRef, Part, PostRef, Record


class Post(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A post in an office; plans, schedules and rosters name it, never the person who holds it."""

    id: Slug
    """短名：别处引用时写 general-affairs#director。
    Short name: elsewhere it is named as general-affairs#director."""
    title: Line
    """岗位：读者看到的岗位名称。
    Post: what readers see."""
    title_en: Line | None = None
    """英文名称：可不填。
    Post in English: optional."""
    duties: tuple[Line, ...] = ()
    """职责：一行一条。
    Duties: one a line."""
    limit: Money | None = None
    """审批额度：这个岗位一次最多可以批准的金额（元）。
    Approval limit: the most this post may approve at once, in yuan."""
    phone: Phone | None = None
    """电话：岗位的办公电话，不写手机。
    Telephone: the office line of the post, never a mobile."""
    deputies: tuple[PostRef, ...] = ()
    """替岗：不在岗时由谁代替。
    Deputies: the posts that stand in."""


class Office(Record, frozen=True, kw_only=True, omit_defaults=True):
    """An office or team of the school."""

    aliases: tuple[Line, ...] = ()
    """别称：文件里出现过的其他叫法。
    Other names: what else it is called in documents."""
    parent: OfficeRef | None = None
    """上级部门：归哪个部门管。
    Parent: the office it belongs to."""
    phone: Phone | None = None
    """电话：对外公开的办公电话。
    Telephone: the office number given to the public."""
    location: Line | None = None
    """办公地点：楼和房间。
    Location: building and room."""
    hours: Line | None = None
    """办公时间：什么时候接待来访。
    Office hours: when visitors are received."""
    email: Line | None = None
    """电子邮箱：单位邮箱，不写个人邮箱。
    E-mail: an address of the office, never a personal one."""
    posts: tuple[Post, ...]
    """岗位：本部门的各个岗位。
    Posts: the posts in this office."""
