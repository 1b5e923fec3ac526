"""Words to calls, problems to exit codes; no logic of its own."""

import argparse
import io
import sys
from datetime import date
from pathlib import Path

EPILOG = """exit codes / 退出码: 0 done / 完成 · 1 errors in the data / 数据有错误
 · 2 the command cannot be understood / 命令写错了 · 3 the surroundings forbid it / 环境不允许"""
EDITIONS = ("board-a4", "board-a3")
AUDIENCES = ("public", "guardians", "staff", "team", "internal")


def parser() -> argparse.ArgumentParser:
    """Every command and option there is."""
    about = "从 YAML 到公开网站和打印件 / from YAML to a public site and printed sheets"
    top = argparse.ArgumentParser(prog="site-builder", epilog=EPILOG, description=about)
    top.add_argument("--version", action="store_true", help="版本 / the version")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")

    def command(name: str, help_: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=help_, description=help_, epilog=EPILOG)
        one.add_argument("--lang", choices=("zh", "en"), help="信息的语言 / language of messages")
        return one

    build = command("build", "检查并生成网站 / check, and make the site")
    _building(build)
    disk = "不用服务器，双击就能看 / to be opened from a disk, without a server"
    build.add_argument("--offline", action="store_true", help=disk)
    checking = command("check", "只检查 / check only")
    _project(checking)
    form = "输出格式 / how problems are told"
    checking.add_argument("--format", choices=("text", "json", "ci"), default="text", help=form)
    past = "也查 git 历史里删去的个人信息 / also look for deleted personal data in git's history"
    checking.add_argument("--history", action="store_true", help=past)
    due = "什么到期、什么逾期；有逾期的退出码是 1 / what is due and overdue; exit code 1 when something is"
    standing = command("status", due)
    _project(standing)
    _audience(standing)
    standing.add_argument("--format", choices=("text", "json"), default="text", help=form)
    _project(
        command("seal", "登记已经公开的内容 / note what is public, so that none of it changes in silence")
    )
    asked = "印一份、一类、一月、一学期、一年或一个科室的 / print a record, kind, month, term, year or office"
    _printing(command("print", asked))
    serving = command("serve", "边改边看 / see every change at once")
    _building(serving)
    serving.add_argument("--port", type=int, default=8000, help="端口 / port on this machine")
    init = command("init", "建立新项目 / begin a new project")
    init.add_argument("folder", type=Path)
    new = command("new", "新建一条记录 / begin a new record")
    new.add_argument("kind", help="哪一类；register 是现成的表 / which kind; register for a ready-made table")
    new.add_argument(
        "name", nargs="?", help="记录的短名，或者现成的表名 / the record, or the ready-made table"
    )
    new.add_argument("id", nargs="?", help="用现成的表时：记录的短名 / for a ready-made table: the record")
    new.add_argument("--folder", default=Path(), type=Path)
    command("explain", "详细解释一个代码 / explain a code").add_argument("code")
    schema = command("schema", "给编辑器用的 JSON Schema / JSON Schema for editors")
    schema.add_argument("folder", nargs="?", default=".", type=Path)
    command("doctor", "检查运行环境 / tell what works on this machine")
    return top


def _printing(one: argparse.ArgumentParser) -> None:
    """What is to be printed, and where to."""
    said = "plans/2026-spring · fees · 2026-03 · 2026S · year 2026 · office general-affairs"
    one.add_argument("what", nargs="+", metavar="WHAT", help=said)
    board = "张贴用的大字版，每条记录一个文件 / in large type for the notice board, a file a record"
    one.add_argument("--edition", choices=EDITIONS, help=board)
    one.add_argument("--folder", default=Path(), type=Path, help="项目文件夹 / the project's folder")
    _reckoning(one)
    _audience(one)
    into = "放到哪个文件夹，默认 prints / where to: prints by default"
    one.add_argument("--output", type=Path, metavar="DIR", help=into)


def _project(one: argparse.ArgumentParser) -> None:
    """What every command on a project takes."""
    one.add_argument("folder", nargs="?", default=".", type=Path, help="项目文件夹 / the project's folder")
    _reckoning(one)


def _reckoning(one: argparse.ArgumentParser) -> None:
    """By which day, and with how many hands."""
    when = "按哪一天计算，默认今天 / the day to reckon by; today by default"
    one.add_argument("--as-of", type=_day, metavar="DATE", help=when)
    one.add_argument("--workers", type=_workers, metavar="N", help="进程数 / number of processes")


def _audience(one: argparse.ArgumentParser) -> None:
    who = "给谁看 / who is going to see it"
    one.add_argument("--audience", choices=AUDIENCES, default="public", help=who)


def _building(one: argparse.ArgumentParser) -> None:
    """What a command takes that makes pages."""
    _project(one)
    _audience(one)
    one.add_argument(
        "--only", choices=("html", "pdf"), help="只做网页或只做打印件 / only pages or only sheets"
    )
    where = "输出文件夹，默认 output，只做打印件时 sheets / where to: output, or sheets for sheets alone"
    one.add_argument("--output", type=Path, metavar="DIR", help=where)


def main(arguments: list[str] | None = None) -> int:
    """Run one command and give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that knows no Chinese must not stop us
    options = parser().parse_args(arguments)
    if options.version:
        from site_builder import __version__

        print(__version__)
        return 0
    if options.command is None:
        parser().print_help()
        return 2
    # Imported here: `--help` and `--version` must not wait for the whole tool.
    from site_builder.commands import run

    return run(options)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text}: 写成 2026-03-02 / write 2026-03-02") from None


def _workers(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 64:
        raise argparse.ArgumentTypeError(f"{text}: 1–64")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
