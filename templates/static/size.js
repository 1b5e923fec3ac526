// Remembers on this device whether the letters are to be large. Without scripts the switch still works, for one page.
(() => {
  const root = document.documentElement;
  const kept = () => {
    try { return localStorage.getItem("large") === "1"; } catch { return false; }
  };
  root.classList.toggle("large", kept());
  addEventListener("DOMContentLoaded", () => {
    const box = document.getElementById("page_large");
    if (!box) return;
    box.checked = kept();
    box.addEventListener("change", () => {
      root.classList.toggle("large", box.checked);
      try { localStorage.setItem("large", box.checked ? "1" : ""); } catch { /* it lasts for this page */ }
    });
  });
})();
