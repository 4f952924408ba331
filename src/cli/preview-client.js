/** What pages of the preview do, and no published page: they load again after a build, and show why one failed. */
let boot;
const events = new EventSource(`/.preview/live?${new URLSearchParams({ page: location.pathname })}`);

events.addEventListener("boot", ({ data }) => {
  if (boot !== undefined && boot !== data) location.reload();
  boot = data;
});
events.addEventListener("message", () => location.reload());
events.addEventListener("trouble", ({ data }) => {
  const box = document.querySelector("#preview-trouble") ?? document.body.appendChild(document.createElement("pre"));
  box.id = "preview-trouble";
  box.role = "alert";
  Object.assign(box.style, {
    position: "fixed",
    inset: "auto 0 0",
    zIndex: "9",
    maxHeight: "70vh",
    margin: "0",
    padding: "1rem",
    overflow: "auto",
    background: "#2b0a0a",
    color: "#fff",
    font: "14px/1.4 monospace",
    whiteSpace: "pre-wrap",
  });
  box.textContent = JSON.parse(data);
});
