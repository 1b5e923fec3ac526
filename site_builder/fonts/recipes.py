"""From which published font each bundled face is made; a font is named by package, version and checksum."""

from dataclasses import dataclass

from site_builder.fonts import FACES, Face


@dataclass(frozen=True, slots=True)
class Package:
    """One npm package, pinned: the archive must have this SHA-256, whoever sends it."""

    name: str
    version: str
    sha256: str

    @property
    def archive(self) -> str:
        """The file name that ``npm pack`` gives the package."""
        return f"{self.name.removeprefix('@').replace('/', '-')}-{self.version}.tgz"


@dataclass(frozen=True, slots=True)
class Recipe:
    """A face, and the file inside a package that it is cut from."""

    face: Face
    package: Package
    member: str

    @property
    def chinese(self) -> bool:
        """Whether the face draws Chinese text, which needs more work than Latin."""
        return self.face.family.endswith(" SC")


SERIF = Package(
    "@expo-google-fonts/noto-serif-sc",
    "0.4.3",
    "ff6bcf5ba68d92dfecc05544bb150f9e724741a932354a0dd97e7289c40a3f5e",
)
SANS = Package(
    "@expo-google-fonts/noto-sans-sc",
    "0.4.3",
    "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59",
)
TINOS = Package(
    "@expo-google-fonts/tinos", "0.4.2", "5ebc8f9f3ee14e9425b1a14391c713f8228be49a9127a21f60b06c482f4a844a"
)

_MEMBERS = {
    ("Disclosure Serif SC", 400, "normal"): (SERIF, "400Regular/NotoSerifSC_400Regular.ttf"),
    ("Disclosure Serif SC", 700, "normal"): (SERIF, "700Bold/NotoSerifSC_700Bold.ttf"),
    ("Disclosure Sans SC", 400, "normal"): (SANS, "400Regular/NotoSansSC_400Regular.ttf"),
    ("Disclosure Sans SC", 500, "normal"): (SANS, "500Medium/NotoSansSC_500Medium.ttf"),
    ("Disclosure Sans SC", 700, "normal"): (SANS, "700Bold/NotoSansSC_700Bold.ttf"),
    ("Disclosure Latin", 400, "normal"): (TINOS, "400Regular/Tinos_400Regular.ttf"),
    ("Disclosure Latin", 700, "normal"): (TINOS, "700Bold/Tinos_700Bold.ttf"),
    ("Disclosure English", 400, "normal"): (TINOS, "400Regular/Tinos_400Regular.ttf"),
    ("Disclosure English", 400, "italic"): (TINOS, "400Regular_Italic/Tinos_400Regular_Italic.ttf"),
    ("Disclosure English", 700, "normal"): (TINOS, "700Bold/Tinos_700Bold.ttf"),
}

RECIPES = tuple(Recipe(face, *_MEMBERS[face.family, face.weight, face.style]) for face in FACES)

# The bytes of a face follow from these versions; another version may order a table differently.
TOOLS = {"fonttools": "4.68.0", "east-asian-spacing": "1.4.5", "uharfbuzz": "0.57.0"}
