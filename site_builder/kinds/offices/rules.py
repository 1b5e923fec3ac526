"""What must hold of offices and posts."""

from collections.abc import Iterator
from typing import Any

from site_builder.kinds.offices.record import Office
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake, Severity, Trail
from site_builder.model.words import Words

TWO_NAMES = Mistake(
    code="DOC-05",
    message=Words("“{name}”也是 {other} 的名称", "“{name}” is a name of {other} too"),
    hint=Words(
        "一个部门一个名称，别的叫法写进它的 aliases。",
        "one office, one name; what else it is called goes into its aliases.",
    ),
    why=Words("同名的两个部门，读者不知道该找哪个。", "readers cannot tell two offices of one name apart."),
    wrong="# offices/canteen.yaml 和 offices/kitchen.yaml\ntitle: 食堂管理组",
    right="title: 食堂管理组\naliases: [食堂]",
    severity=Severity.WARNING,
)
OWN_DEPUTY = Mistake(
    code="OFF-01",
    message=Words("“{post}”的替岗写的是它自己", "“{post}” stands in for itself"),
    hint=Words("换成另一个岗位，或删去这一行。", "name another post or remove the line."),
    why=Words("岗位空缺时要有别人顶上。", "somebody else is needed when the post is vacant."),
    wrong="- id: cashier\n  title: 出纳\n  deputies: [finance#cashier]",
    right="- id: cashier\n  title: 出纳\n  deputies: [finance#accountant]",
)
NO_DUTIES = Mistake(
    code="OFF-02",
    message=Words("“{post}”没有写职责", "“{post}” has no duties"),
    hint=Words("在 duties 下面一行写一条。", "write them under duties, one a line."),
    why=Words(
        "公开岗位，是让人知道什么事找谁。", "posts are published so that people know whom to ask for what."
    ),
    wrong="- id: clerk\n  title: 文书",
    right="- id: clerk\n  title: 文书\n  duties:\n    - 收发文件",
    severity=Severity.WARNING,
)
OWN_PARENT = Mistake(
    code="OFF-03",
    message=Words("上级部门绕了一圈又回到自己：{way}", "the parents lead back to the office itself: {way}"),
    hint=Words(
        "改掉其中一个 parent；最上面的部门不写 parent。", "change one parent; the topmost office has none."
    ),
    why=Words("绕圈的部门画不成机构图。", "offices in a circle cannot be drawn as a tree."),
    wrong="# offices/finance.yaml\nparent: finance",
    right="# offices/finance.yaml\nparent: principal-office",
)


def an_office_has_its_own_name(entry: Entry[Office], corpus: Corpus) -> Iterator[Finding]:
    """No two offices share a name or another name."""
    places: list[tuple[Trail, str]] = [(("title",), entry.record.title)]
    places += [(("aliases", place), name) for place, name in enumerate(entry.record.aliases)]
    for other in corpus.of(entry.kind):
        taken = {other.record.title, *other.record.aliases} if other.id != entry.id else set()
        for trail, name in places:
            if name in taken:
                yield Finding(trail, TWO_NAMES, {"name": name, "other": other.name})


def a_post_does_not_stand_in_for_itself(entry: Entry[Office], _corpus: Corpus) -> Iterator[Finding]:
    """The deputies of a post are other posts."""
    for place, post in enumerate(entry.record.posts):
        for number, deputy in enumerate(post.deputies):
            if deputy == f"{entry.id}#{post.id}":
                yield Finding(("posts", place, "deputies", number), OWN_DEPUTY, {"post": post.title})


def posts_have_duties(entry: Entry[Office], _corpus: Corpus) -> Iterator[Finding]:
    """Every post says what it does."""
    for place, post in enumerate(entry.record.posts):
        if not post.duties:
            yield Finding(("posts", place, "title"), NO_DUTIES, {"post": post.title})


def parents_end_somewhere(entry: Entry[Office], corpus: Corpus) -> Iterator[Finding]:
    """Going from parent to parent never comes back."""
    way = [entry.id]
    office: Entry[Any] | None = entry
    while office is not None and office.record.parent is not None and office.record.parent not in way[1:]:
        way.append(office.record.parent)
        if way[-1] == entry.id:
            yield Finding(("parent",), OWN_PARENT, {"way": " → ".join(way)})
            return
        office = corpus.find(entry.kind, way[-1])


RULES = (
    Rule(TWO_NAMES, "offices", an_office_has_its_own_name),
    Rule(OWN_DEPUTY, "offices", a_post_does_not_stand_in_for_itself),
    Rule(NO_DUTIES, "offices", posts_have_duties),
    Rule(OWN_PARENT, "offices", parents_end_somewhere),
)
