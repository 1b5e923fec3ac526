"""How a command ends when the machine or a person stands in its way: one line, and an exit code that says which."""

import os
import sys
from collections.abc import Callable

from site_builder.edge.outcome import Busy, PublishError, WorkerLost
from site_builder.edge.signals import Stopped, stoppable
from site_builder.model.words import Words
from site_builder.plug_ins import BrokenPlugIn

HINDERED = 3
"""The exit code when the surroundings forbid what was asked."""
_SIGNALLED = 128
"""Added to the number of the signal that ended the command, as shells count."""
_UNREAD = 141
"""The exit code when whoever read our output has gone, as if the system had ended us for it."""

_STOPPED = Words("已停止；没有发布做了一半的东西。", "stopped; nothing half-made was published.")
_BUSY = Words(
    "另一个程序正在生成这个网站（{error}），请稍后再试。",
    "another build has this site in its hands ({error}); try again later.",
)
_LOST = Words(
    "一个工作进程被系统结束了，多半是内存不够；网站还是原来的样子。用 --workers 1 再试。",
    "the system ended a worker process, most likely for want of memory; the site is as it was. Try --workers 1.",
)
_REFUSED = Words(
    "磁盘或系统不允许：{error}；网站还是原来的样子。",
    "the disk or the system refused: {error}; the site is as it was.",
)
_PLUG_IN = Words(
    "另外安装的插件用不了（{error}）。找它的作者，或者先用 pip uninstall 卸载。",
    "a plug-in that was installed beside this tool cannot be used ({error}). Ask its author, or pip uninstall it.",
)
_NAMELESS = Words(
    "这台机器的字符集设成了 {error}，中文文件名读不出来。先设置 PYTHONUTF8=1，再运行一次。",
    "this machine is set to {error}, in which Chinese file names cannot be read. Set PYTHONUTF8=1 and run again.",
)


def orderly(command: Callable[[], int], language: str) -> int:
    """The exit code of a command, whatever happens to it from outside."""
    try:
        with stoppable():
            code = command()
            sys.stdout.flush()
    except Stopped as stop:
        return _end(_STOPPED, language, _SIGNALLED + stop.number)
    except BrokenPipeError:
        # Python flushes once more at its end, which must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _UNREAD
    except UnicodeEncodeError:
        return _end(_NAMELESS.fill(error=sys.getfilesystemencoding()), language)
    except Busy as error:
        return _end(_BUSY.fill(error=error), language)
    except WorkerLost:
        return _end(_LOST, language)
    except BrokenPlugIn as error:
        return _end(_PLUG_IN.fill(error=error), language)
    except (PublishError, OSError) as error:
        return _end(_REFUSED.fill(error=error), language)
    return code


def _end(said: Words, language: str, code: int = HINDERED) -> int:
    print(said.say(language), file=sys.stderr)
    return code
