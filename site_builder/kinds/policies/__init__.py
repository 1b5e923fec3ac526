"""The school's own rules, and how they were made."""

from site_builder.kinds.policies.figures import figures
from site_builder.kinds.policies.record import Policy
from site_builder.kinds.policies.rules import RULES, identities
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="policies",
    title=Words("规章制度", "Policies"),
    about=Words(
        "学校自己的制度：起草、征求意见、通过和施行。", "The school's own rules, from draft to effect."
    ),
    area=Area.FRAME,
    record=Policy,
    rules=RULES,
    identities=identities,
    figures=figures,
    columns=("title", "doc_no", "state", "approved_on", "effective_on"),
    newest_first="effective_on",
    printed=True,
)
