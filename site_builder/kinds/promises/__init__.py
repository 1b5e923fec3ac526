"""What service offices promise."""

from site_builder.kinds.promises.record import Promise
from site_builder.kinds.promises.rules import RULES
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="promises",
    title=Words("服务承诺", "Service promises"),
    about=Words(
        "报修等服务多久答复、多久办好，不满意向谁反映。",
        "How soon each service is answered and done, and where to complain.",
    ),
    area=Area.SERVICE,
    record=Promise,
    rules=RULES,
    columns=("title", "office", "published_on"),
    printed=True,
)
