/** The smallest content that makes a whole site. */

/** The smallest `site.yaml` that is valid, without cards for social media, which would make every build slower. */
export const SITE = `name: Little Archive
tagline: Talks of a little conference
url: https://little.example.org/
notice: This is an archive.
liveSite:
  name: example.org
  url: https://example.org/
licence:
  text: The texts are free to use.
cards: false
`;

/** A tiny conference: one event with one talk. */
export const LITTLE: Record<string, string> = {
  "site.yaml": SITE,
  "events/2020-spring/event.md":
    "---\nname: Little Conference 2020\nstartDate: 2020-05-04\nendDate: 2020-05-05\ntimezone: Europe/Berlin\ncity: Berlin\n---\n\nWelcome.\n",
  "events/2020-spring/talks/a-talk.md":
    '---\ntitle: A talk\nspeaker: Ada Example\nrole: Engineer\norganization: Example\ndate: 2020-05-04\nstart: "09:30"\nend: "10:00"\nroom: Hall\ntopics:\n  - testing\n---\n\nWhat it is about.\n',
};
