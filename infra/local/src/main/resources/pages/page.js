// Keeps the page current: asks every two seconds, and replaces what changed without closing what is being read.
const main = document.getElementById("main");
if (location.pathname === "/_local/") {
  const times = () => main.querySelectorAll("time").forEach((t) => { t.textContent = new Date(t.dateTime).toLocaleTimeString(); });
  let last = "";
  times();
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
