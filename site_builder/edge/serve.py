"""Shows the site on this machine while it is being written; the browser follows every saved file."""

import gc
import time

from site_builder.edge.desk import Desk
from site_builder.edge.ending import HINDERED
from site_builder.edge.memo import load_memo
from site_builder.edge.pool import Map, workers
from site_builder.edge.preview import begin
from site_builder.edge.project import walk
from site_builder.edge.replies import HOST, Server
from site_builder.edge.terminal import as_text
from site_builder.edge.tool import tool
from site_builder.edge.watch import Watch
from site_builder.edge.wish import Wish
from site_builder.model.words import Words

_READY = Words(
    "在浏览器里打开 {address}\n改了文件会自动更新；按 Ctrl+C 结束。",
    "Open {address} in the browser.\nIt follows your changes; Ctrl+C ends it.",
)
_TAKEN = Words(
    "端口 {port} 用不了（{error}）；用 --port 换一个，--port 0 自动找一个空的。",
    "port {port} cannot be used ({error}); name another with --port, or let --port 0 find a free one.",
)


def serve_project(wish: Wish, port: int, language: str) -> int:
    """Serve until interrupted; nothing is written, neither to the output nor anywhere else."""
    try:
        with workers(max(2, wish.workers)) as run:
            tuple(
                run(abs, (1, 2))
            )  # starts the workers before there are threads, for forking among threads is unsafe
            return _serve(wish, port, language, run)
    except KeyboardInterrupt:
        return 0


def _serve(wish: Wish, port: int, language: str, run: Map) -> int:
    try:
        server = Server(port)
    except (OSError, OverflowError) as error:
        print(_TAKEN.fill(port=port, error=error).say(language))
        return HINDERED
    began = time.time_ns()
    files = walk(wish.root)
    watch = Watch(wish.root, files)
    try:
        preview = begin(wish, files, began, load_memo(wish.state, tool()), run)
        # What was read stays: looking through ten thousand records for circles again and again would delay every page.
        gc.freeze()
        server.desk = Desk(preview, run, language)
        watch.start(server.desk.take)
        for line in as_text(preview.problems, wish.root, language):
            print(line)
        address = f"http://{HOST}:{server.server_port}/"
        print(_READY.fill(address=address).say(language), flush=True)
        server.serve_forever()
    finally:
        watch.stop()
        server.server_close()
    return 0
