"""What stands in the way of publishing: the output folder, files of others, pages that would share an address."""

from site_builder.model.problem import Mistake
from site_builder.model.words import Words

_ELSEWHERE = Words("用 --output 指定另一个空文件夹。", "name another, empty folder with --output.")

OUTPUT_IS_LINK = Mistake("OUT-01")
OUTPUT_IS_FILE = Mistake("OUT-02")
OUTPUT_IS_SOURCE = Mistake("OUT-03")
FOREIGN_FILE = Mistake("OUT-04")
SAME_ADDRESS = Mistake("OUT-05")
FOREIGN_REMAINS = Mistake("OUT-06")
