/**
 * Browsers keep what is chosen for each file alone (Firefox), or perhaps not at all, so that links of a copy bring the chosen theme along
 * (`assets/js/disk.ts`). This stands before the script that applies the choice, keeps for this file what the link brought, and takes it out
 * of the address.
 */
export const CARRIED_THEME = `try {
  const url = new URL(location.href), theme = url.searchParams.get("theme");
  if (theme !== null) {
    if (theme === "system") localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
    url.searchParams.delete("theme");
    history.replaceState(null, "", url);
    document.documentElement.dataset.themeCarried = "";
  }
} catch {}
`;
