"""Documents that give legal or internal ground."""

from site_builder.kinds.bases.record import Basis
from site_builder.kinds.bases.rules import RULES
from site_builder.model.kind import Kind
from site_builder.model.words import Words

KIND = Kind(
    name="bases",
    title=Words("依据文件", "Basis documents"),
    about=Words(
        "收费、采购和公开所依据的文件。", "The documents that charges, purchases and disclosure rest on."
    ),
    record=Basis,
    rules=RULES,
    columns=("title", "issuer", "doc_no", "written_on", "valid_from", "valid_until", "level", "state"),
    newest_first="written_on",
)
