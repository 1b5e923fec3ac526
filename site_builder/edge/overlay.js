// Part of the preview only: reloads the page when the site changes and shows what is wrong on top of it.
(() => {
  const shown = document.currentScript.dataset.version;
  const panel = document.createElement("aside");
  panel.id = "preview_problems";
  panel.setAttribute("role", "status");
  panel.hidden = true;
  document.body.append(panel);

  const element = (tag, name, text) => {
    const made = document.createElement(tag);
    made.className = name;
    made.textContent = text;
    return made;
  };

  const line = (problem) => {
    const item = element("li", problem.severity, "");
    item.append(
      element("code", "place", problem.place),
      element("strong", "message", problem.message),
      element("span", "hint", problem.hint),
    );
    return item;
  };

  let told = "";
  const tell = (text) => {
    const state = JSON.parse(text);
    if (state.version !== shown) return location.reload();
    if (text === told) return;
    told = text;
    const details = document.createElement("details");
    details.open = state.worst === "error";
    const list = document.createElement("ol");
    list.append(...state.problems.map(line));
    details.append(element("summary", "", state.title), list);
    panel.lang = state.language;
    panel.className = state.worst;
    panel.hidden = state.problems.length === 0;
    panel.replaceChildren(details);
  };

  // A tab that nobody looks at gives up its connection: a browser grants only six to one address.
  let source = null;
  const listen = () => {
    source?.close();
    source = document.hidden ? null : new EventSource("/-/events");
    if (source) source.onmessage = (event) => tell(event.data);
  };
  document.addEventListener("visibilitychange", listen);
  listen();
})();
