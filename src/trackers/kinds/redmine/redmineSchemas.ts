import * as z from 'zod';
import { pageEntries } from '../../http/pageEntries';

// Redmine 3 to 7 leave out what is not set, older ones also what they do not have: everything beside the id and the
// subject is optional. https://www.redmine.org/projects/redmine/wiki/Rest_Issues

/** Something with a name: a priority, a person, a version. */
export const namedSchema = z.object({ id: z.int(), name: z.string() });
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);

/** A page of issues, each still to be checked by itself. */
export const issuesPageSchema = z.object({
  issues: pageEntries,
  total_count: optional(z.int()),
});

/** One issue. */
export const issueSchema = z.object({
  id: z.int().positive(),
  subject: z.string(),
  description: optional(z.string()),
  project: optional(namedSchema),
  tracker: optional(namedSchema),
  status: optional(namedSchema.extend({ is_closed: z.boolean().optional() })),
  priority: optional(namedSchema),
  assigned_to: optional(namedSchema),
  author: optional(namedSchema),
  category: optional(namedSchema),
  fixed_version: optional(namedSchema),
  parent: optional(z.object({ id: z.int() })),
  due_date: optional(z.string()),
  done_ratio: optional(z.number()),
  custom_fields: optional(
    z.array(z.object({ id: optional(z.int()), name: z.string(), value: z.unknown().optional() })),
  ),
  relations: optional(
    z.array(z.object({ issue_id: z.int(), issue_to_id: z.int(), relation_type: z.string() })),
  ),
  updated_on: optional(z.string()),
  closed_on: optional(z.string()),
});
/** One issue. */
export type RedmineIssue = z.output<typeof issueSchema>;

/** Who is signed in. */
export const currentUserSchema = z.object({
  user: z.object({
    id: optional(z.int()),
    login: optional(z.string()),
    firstname: optional(z.string()),
    lastname: optional(z.string()),
  }),
});

/** Whom an issue is assigned to. */
export const assignedSchema = z.object({ assigned_to: namedSchema });

/** The priorities, the least urgent first. */
export const prioritiesSchema = z.object({ issue_priorities: z.array(namedSchema) });

/** The statuses. */
export const statusesSchema = z.object({
  issue_statuses: z.array(namedSchema.extend({ is_closed: optional(z.boolean()) })),
});

/** A project's versions. */
export const versionsSchema = z.object({
  versions: z.array(z.object({ id: z.int(), due_date: optional(z.string()) })),
});

/** A page of projects. */
export const projectsSchema = z.object({
  projects: z.array(
    z.object({ identifier: z.string(), name: z.string(), description: optional(z.string()) }),
  ),
  total_count: optional(z.int()),
});

/** The types of issues. */
export const trackersSchema = z.object({ trackers: z.array(namedSchema) });

const customFieldSchema = z.object({
  id: z.int(),
  field_format: optional(z.string()),
  possible_values: optional(
    z.array(optional(z.object({ value: optional(z.string()), label: optional(z.string()) }))),
  ),
});
/** The definition of a custom field. */
export type RedmineField = z.output<typeof customFieldSchema>;
/** The definitions of the custom fields. https://www.redmine.org/projects/redmine/wiki/Rest_CustomFields */
export const customFieldsSchema = z.object({ custom_fields: z.array(optional(customFieldSchema)) });
