/** The records of the curated vocabularies: `content/topics.yaml` and `content/organizations.yaml`. */
import { z } from "zod";
import { address } from "./addresses.ts";
import { line, listOf } from "./fields.ts";

const topicName = (description: string, examples = ["live migration"]) => line(description, examples, 80);

export const topicsSchema = z.strictObject({
  topics: listOf(
    z.strictObject({
      name: topicName("The topic, in the spelling of records."),
      label: topicName("How readers see it, where that is another spelling of the name.", ["NUMA", "I/O"]).optional(),
      aliases: listOf(topicName("Another word for it that records use.", ["migration"]), 50)
        .optional()
        .meta({ description: "Other words for the topic. What records put under any of them belongs to this topic." }),
      description: line(
        "What the topic is, in one or two sentences of the archive's own.",
        ["Moving a running guest from one host to another."],
        600,
      ).optional(),
      words: listOf(topicName("A word or short phrase that readers may look for it by.", ["vMotion"]), 60)
        .optional()
        .meta({
          description: "Further words under which the search finds the topic and its talks. Records that use them do not belong to it.",
        }),
      broader: topicName("The `name` of the wider topic in this list that it is a part of.", ["memory"]).optional(),
    }),
    2000,
  ).meta({ description: "The topics that carry the archive. Records may name others, which are then shown without a description." }),
  synonyms: listOf(listOf(topicName("A word or short phrase.", ["vm", "virtual machine"]), 20), 500)
    .optional()
    .meta({ description: "Groups of words that mean the same to somebody who searches." }),
  notTopics: listOf(topicName("A word that records name as a topic.", ["intermediate"]), 500)
    .optional()
    .meta({
      description:
        "Words that records name as topics but which are none, such as the level of a talk. They stay in the records, and are shown nowhere.",
    }),
});

const organizationName = (description: string, examples = ["Example Systems"]) => line(description, examples, 200);

export const organizationsSchema = z.strictObject({
  organizations: listOf(
    z.strictObject({
      name: organizationName("The organization, in the spelling of records."),
      label: organizationName("How readers see it, where that is another spelling of the name.", ["EXAMPLE"]).optional(),
      aliases: listOf(organizationName("Another spelling that records use.", ["Example Systems, Inc."]), 50)
        .optional()
        .meta({ description: "Other spellings of the same organization. People shown under any of them belong to it." }),
      url: address("Its own site.", ["https://example.org/"]).optional(),
    }),
    5000,
  ).meta({ description: "Organizations whose names are spelled in several ways, or of which more is known than the name." }),
  notOrganizations: listOf(organizationName("What records name as an organization.", ["Independent"]), 500)
    .optional()
    .meta({
      description: "Words that stand where an organization is named but which are none. Talks show them as published; they have no page.",
    }),
});

/** The curated topics as an editor writes them. */
export type TopicsRecord = z.infer<typeof topicsSchema>;
/** The curated organizations as an editor writes them. */
export type OrganizationsRecord = z.infer<typeof organizationsSchema>;
export type TopicTerm = TopicsRecord["topics"][number];
export type OrganizationTerm = OrganizationsRecord["organizations"][number];
