"""Service requests, a file a month."""

from site_builder.kinds.requests.figures import figures, identities
from site_builder.kinds.requests.record import RequestList
from site_builder.kinds.requests.rules import RULES
from site_builder.kinds.requests.table import table
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="requests",
    title=Words("服务单", "Service requests"),
    about=Words(
        "每月受理了多少，多少按时响应和办结，服务对象满意不满意。",
        "How many came in each month, how many were answered and done in time, and how people judged them.",
    ),
    area=Area.SERVICE,
    record=RequestList,
    rules=RULES,
    identities=identities,
    figures=figures,
    table=table,
    columns=("title", "month", "total", "response_rate", "completion_rate", "rated", "mean", "satisfaction"),
    newest_first="month",
)
