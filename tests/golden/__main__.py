"""Makes what is kept of some sheets anew: ``make golden``; then look at what has changed before you commit it."""

from tests.golden import FOLDER, SHEETS, kept_pictures, lines, made, otherwise, pictures


def main() -> None:
    """Writes lines and pictures; a picture that looks the same stays as it is."""
    FOLDER.mkdir(exist_ok=True)
    for name in SHEETS:
        content = made(name)
        old = kept_pictures(name)
        (FOLDER / f"{name}.txt").write_text("\n".join(lines(content)) + "\n", encoding="utf-8")
        new = pictures(content)
        for number, picture in enumerate(new):
            if number >= len(old) or otherwise(old[number], picture):
                picture.save(FOLDER / f"{name}-{number + 1}.png", optimize=True, bits=4)
                print(f"{name}-{number + 1}.png")
        for number in range(len(new), len(old)):
            (FOLDER / f"{name}-{number + 1}.png").unlink()


if __name__ == "__main__":
    main()
