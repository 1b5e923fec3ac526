"""Certificates and tests, and until when they hold."""

from site_builder.kinds.certificates.figures import figures
from site_builder.kinds.certificates.record import Certificate
from site_builder.kinds.certificates.rules import RULES
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="certificates",
    title=Words("证照", "Certificates"),
    about=Words(
        "食堂、消防、电梯、校车、饮水等证照和检测，有效到哪天。",
        "Licences and tests of canteen, fire safety, lifts, buses and water, and until when they hold.",
    ),
    area=Area.SAFETY,
    record=Certificate,
    rules=RULES,
    figures=figures,
    columns=("title", "what", "holder", "no", "issuer", "valid_until", "state"),
)
