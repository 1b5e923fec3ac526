"""Mistakes of reckoning that any kind of record can hold."""

from site_builder.model.problem import Mistake
from site_builder.model.words import Words

TOTAL = Mistake(
    code="INT-01",
    message=Words(
        "合计写的是 {stated}，各行之和是 {sum}", "the total is {stated}, but the lines sum to {sum}"
    ),
    hint=Words(
        "核对各行；各行没错就改成 {sum}，或者不写合计。",
        "check the lines; if they are right, write {sum} or leave the total out.",
    ),
    why=Words(
        "网站上的合计都由各行算出，印出来的数必须和它一致。",
        "every total on the site is computed from the lines; a printed one must agree with it.",
    ),
    wrong="lines:\n  - amount: 60.00\n  - amount: 40.00\nstated_total: 101.00",
    right="lines:\n  - amount: 60.00\n  - amount: 40.00\nstated_total: 100.00",
)
BALANCE = Mistake(
    code="INT-02",
    message=Words(
        "结余写的是 {stated}，推算应为 {computed}", "the balance is {stated}, but it should be {computed}"
    ),
    hint=Words(
        "从第一处不符的一行查起：上次结余 {before}，增加 {incoming}，减少 {outgoing}。",
        "start at the first row that disagrees: {before} before, {incoming} in, {outgoing} out.",
    ),
    why=Words(
        "期初加增加减减少必须等于期末，上一行的期末就是下一行的期初。",
        "opening plus in less out must be closing, and each closing is the next opening.",
    ),
    wrong="opening: 10\nrows:\n  - {in: 5, out: 2, closing: 12}",
    right="opening: 10\nrows:\n  - {in: 5, out: 2, closing: 13}",
)
WORDS = Mistake(
    code="INT-06",
    message=Words(
        "大写“{words}”和小写 {amount} 不是同一个数", "“{words}” and {amount} are not the same amount"
    ),
    hint=Words(
        "{amount} 的大写是“{right}”；以合同原件为准改正其中一个。",
        "{amount} in capitals is “{right}”; correct the one that differs from the contract.",
    ),
    why=Words(
        "大小写不符的合同说不清到底是多少钱。",
        "a contract whose figures and words differ does not say how much is owed.",
    ),
    wrong="amount: 1200.00\namount_in_words: 壹仟贰佰元伍角",
    right="amount: 1200.00\namount_in_words: 壹仟贰佰元整",
)
