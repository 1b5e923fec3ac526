"""What a service office promises: how soon it answers and finishes, and where to complain."""

from site_builder.model.form import Duration, Line, Slug
from site_builder.model.record import Part, PostRef, Record


class Service(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One service with its promise; what it lacks, a rule tells."""

    id: Slug
    """短名：服务单引用时写 repairs#lamps。
    Short name: requests name it as repairs#lamps."""
    title: Line
    """服务：做什么。
    Service: what is done."""
    title_en: Line | None = None
    """英文：可不填。
    Service in English: optional."""
    owner: PostRef | None = None
    """责任岗位：由谁负责。
    Owner: the post that answers for it."""
    response: Duration | None = None
    """响应时限：多久之内答复，如 24h。
    Response: by when it is answered, such as 24h."""
    completion: Duration | None = None
    """办结时限：多久之内办好，如 3wd（3 个工作日）。
    Completion: by when it is done, such as 3wd, three working days."""
    urgent_response: Duration | None = None
    """紧急响应：紧急时多久之内答复；不填按检查标准。
    Urgent response: by when an urgent one is answered; as the standards say unless given."""
    urgent_completion: Duration | None = None
    """紧急办结：紧急时多久之内办好；不填按检查标准。
    Urgent completion: by when an urgent one is done; as the standards say unless given."""
    hours: Line | None = None
    """服务时间：什么时候受理。
    Hours: when requests are taken."""
    channel: Line | None = None
    """受理方式：电话、窗口等。
    Channel: telephone, counter and so on."""
    complaint_channel: Line | None = None
    """投诉方式：做得不好向谁反映。
    Complaints: where to go when it goes wrong."""


class Promise(Record, frozen=True, kw_only=True, omit_defaults=True):
    """The services of an office and what it promises for each."""

    services: tuple[Service, ...]
    """服务事项：逐项写明时限和渠道。
    Services: one by one, with time limits and channels."""
