// Eleventy's own command (`npm run eleventy`) reads this: the archive, and templates of your own in `templates/` beside it.
import conferenceArchive, { archiveFolders } from "conference-archive";

export default function configure(config) {
  config.addPlugin(conferenceArchive, { root: import.meta.dirname });
  return archiveFolders(import.meta.dirname);
}
