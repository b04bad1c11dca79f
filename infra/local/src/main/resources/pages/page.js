// Keeps the page current: asks every two seconds, and replaces what changed without closing what is being read.
const main = document.getElementById("main");
if (location.pathname === "/_local/") {
  const times = () => main.querySelectorAll("time").forEach((t) => { t.textContent = new Date(t.dateTime).toLocaleTimeString(); });
  let last = "";
  times();
  main.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-run]");
    if (!button || button.disabled) return;
    const said = button.parentElement.querySelector("output");
    button.disabled = true;
    said.textContent = "running …";
    const answer = await fetch(button.dataset.run, {method: "POST"}).catch(() => null);
    said.textContent = answer?.ok ? `done: ${await answer.text()}` : "it failed; the terminal says why";
    button.disabled = false;
  });
  setInterval(async () => {
    if (document.hidden || !getSelection().isCollapsed) return;
    const answer = await fetch("/_local/now").catch(() => null);
    const html = answer?.ok ? await answer.text() : last;
    if (html === last) return;
    const open = [...main.querySelectorAll("details[open]")].map((d) => d.id);
    const focused = document.activeElement?.closest("details")?.id;
    main.innerHTML = html;
    last = html;
    times();
    open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
    if (focused) document.getElementById(focused)?.querySelector("summary").focus();
  }, 2000);
}
