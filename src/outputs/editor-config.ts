/** The configuration of the web editor (https://decapcms.org/docs/configuration-options/): forms and folders of all records. */
import type { Archive, Event } from "../model/archive.ts";
import { type FormField, formFields } from "../publishing/form-fields.ts";
import { RECORDS, type RecordKind } from "../model/records/index.ts";
import { absolute, href } from "../model/urls.ts";
import { capitalize } from "../text/wording.ts";

export interface EditorOptions {
  /** Port of a local `decap-server`; absent for an editor that only works on the repository. */
  localPort?: number | undefined;
  /** Address of the service that trades a GitHub login for a token; absent for that of Decap. */
  loginUrl?: string | undefined;
}

type Settings = Record<string, unknown>;

/** The repository on GitHub as `owner/name`, if the archive is kept there. */
export function gitHubRepository(archive: Archive): string | undefined {
  return /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+?)(\.git)?\/?$/i.exec(archive.site.record.repository?.url ?? "")?.[1];
}

/** The address of the local server that reads and writes the records of this machine. */
export const localServer = (port: number) => `http://localhost:${port}`;

/** The configuration as JSON, which is YAML too; the form of talks, which all events have, stands in the first alone and has a name there. */
export function editorConfig(archive: Archive, options: EditorOptions): string {
  const { base, record } = archive.site;
  const folder = record.repository?.folder.replace(/^\/+|\/+$/g, "") ?? "content";
  const parent = folder.includes("/") ? folder.slice(0, folder.lastIndexOf("/") + 1) : "";
  const talkForm = JSON.stringify(fieldsFor("talk"));
  const [start, ...rest] = JSON.stringify({
    ...backend(archive, options),
    // Every save becomes a branch and a pull request. A local server without git writes the file at once.
    publish_mode: "editorial_workflow",
    media_folder: `${parent}assets/media`,
    public_folder: href(base, "/media"),
    site_url: absolute(base, "/"),
    display_url: absolute(base, "/"),
    show_preview_links: false,
    editor: { preview: false },
    slug: { encoding: "ascii", clean_accents: true, sanitize_replacement: "-" },
    collections: collections(archive, folder),
  }).split(talkForm);
  return `${start}${rest.length ? ` &talk ${talkForm}` : ""}${rest.join(" *talk")}\n`;
}

function backend(archive: Archive, { localPort, loginUrl }: EditorOptions): Settings {
  const branch = archive.site.record.repository?.branch ?? "main";
  const repo = gitHubRepository(archive);
  const proxy_url = localPort === undefined ? undefined : `${localServer(localPort)}/api/v1`;
  const login = loginUrl === undefined ? undefined : new URL(loginUrl);
  const service = login && { base_url: login.origin, auth_endpoint: login.pathname.replace(/^\/+|\/+$/g, "") || "auth" };
  return {
    backend: repo ? { name: "github", repo, branch, ...service } : { name: "proxy", proxy_url, branch },
    ...(proxy_url && { local_backend: { url: proxy_url } }),
  };
}

function collections(archive: Archive, folder: string): Settings[] {
  const whole = (kind: "site" | "topics" | "organizations") => ({
    name: kind,
    label: capitalize(kind),
    file: `${folder}/${kind}.yaml`,
    fields: fieldsFor(kind),
  });
  const talks = (event: Event) =>
    records("talk", `talks-${event.id}`, `Talks: ${event.record.name}`, `${folder}/events/${event.id}/talks`, "title");
  return [
    { name: "site", label: "Site", files: [whole("site"), whole("topics"), whole("organizations")] },
    { ...records("event", "events", "Events", `${folder}/events`, "name"), path: "{{slug}}/event" },
    ...archive.events.toReversed().map(talks),
    records("speaker", "speakers", "Speakers", `${folder}/speakers`, "name"),
    records("paper", "papers", "Papers", `${folder}/papers`, "title"),
    records("page", "pages", "Pages", `${folder}/pages`, "title"),
  ];
}

/** A folder of records, in which new ones get a file name from their title. */
function records(kind: RecordKind, name: string, label: string, folder: string, titleField: string): Settings {
  return {
    name,
    label,
    label_singular: capitalize(kind),
    folder,
    identifier_field: titleField,
    summary: `{{${titleField}}}`,
    create: true,
    // Decap deletes on the main branch at once, past any pull request.
    delete: false,
    // The name that `assets/admin/setup.js` makes of the title.
    slug: "{{fields.fileName}}",
    extension: "md",
    format: "yaml-frontmatter",
    fields: fieldsFor(kind),
  };
}

/** The form of a kind of record. The field that the body of the file stands for comes last, and once. */
function fieldsFor(kind: RecordKind): Settings[] {
  const { schema, bodyField } = RECORDS[kind];
  const all = formFields(schema);
  const body = all.filter((field) => field.name === bodyField).map((field) => ({ ...widget(field, true), name: "body" }));
  return [...all.filter((field) => field.name !== bodyField).map((field) => widget(field, true)), ...body];
}

/** A field as Decap's widget. Within a record that may be left out nothing is required, or an empty one could not be saved. */
function widget(field: FormField, mayRequire: boolean): Settings {
  const { name, label, help, kind } = field;
  const required = field.required && mayRequire;
  // The form offers one place for the body, so it needs no word about the other.
  const common = { name, label, hint: help.replace(/ Write it here or as the body[^.]*\./, ""), required };
  switch (kind) {
    case "text":
      return { ...common, widget: "string", ...(field.pattern && { pattern: [field.pattern.source, `such as ${field.pattern.example}`] }) };
    case "markdown":
      // Decap's own Markdown widget rewrites what it is given.
      return { ...common, widget: "text" };
    case "number":
      return { ...common, widget: "number", value_type: "int", min: field.min, max: field.max };
    case "choice":
      return { ...common, widget: "select", options: field.choices };
    case "yes-or-no":
      return { ...common, widget: "boolean" };
    case "record":
      return {
        ...common,
        widget: field.shortFor === undefined ? "object" : `short-for-${field.shortFor}`,
        collapsed: !required,
        fields: field.fields.map((inner) => widget(inner, required)),
      };
    case "list": {
      const list = { ...common, widget: "list", label_singular: "entry", collapsed: true };
      if (field.item.kind !== "record") return { ...list, collapsed: false, field: { ...widget(field.item, true), label: "Entry" } };
      const fields = field.item.fields.map((inner) => widget(inner, true));
      return { ...list, summary: `{{fields.${field.item.fields[0]?.name}}}`, fields };
    }
  }
}
