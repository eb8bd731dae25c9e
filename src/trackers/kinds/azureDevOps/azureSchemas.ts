import * as z from 'zod';
import { pageEntries } from '../../http/pageEntries';

// After the specification of version 7.1, in which every property may be absent:
// https://github.com/MicrosoftDocs/vsts-rest-api-specs/tree/master/specification/wit/7.1

const optional = <T extends z.ZodType>(of: T) => of.nullish().catch(undefined);

/** The ids that a query found. */
export const queryResultSchema = z.object({
  asOf: optional(z.string()),
  workItems: z.array(z.object({ id: z.int().positive() })),
});

/** Work items, each still to be checked separately; one that is gone or may not be read can be null. */
export const batchSchema = z.object({ value: pageEntries });

/** One work item with all its fields and relations. */
export const workItemSchema = z.object({
  id: z.int().positive(),
  fields: z.looseObject({
    'System.Title': z.string(),
    'System.WorkItemType': optional(z.string()),
    'System.TeamProject': optional(z.string()),
    'System.AreaPath': optional(z.string()),
    'System.State': optional(z.string()),
    'System.Description': optional(z.string()),
    'Microsoft.VSTS.TCM.ReproSteps': optional(z.string()),
    'Microsoft.VSTS.Common.AcceptanceCriteria': optional(z.string()),
    'System.AssignedTo': optional(
      z.object({
        id: optional(z.string()),
        displayName: optional(z.string()),
        uniqueName: optional(z.string()),
      }),
    ),
    'System.Parent': optional(z.int().positive()),
    'System.Tags': optional(z.string()),
    'System.ChangedDate': optional(z.string()),
    'Microsoft.VSTS.Common.ClosedDate': optional(z.string()),
    'Microsoft.VSTS.Common.StateChangeDate': optional(z.string()),
    'Microsoft.VSTS.Scheduling.TargetDate': optional(z.string()),
    'Microsoft.VSTS.Scheduling.DueDate': optional(z.string()),
  }),
  /** Which of the long texts are Markdown; the others are HTML. */
  multilineFieldsFormat: optional(z.record(z.string(), z.unknown())),
  relations: optional(z.array(z.object({ rel: z.string(), url: z.string() }).nullable().catch(null))),
});
/** One work item. */
export type WorkItem = z.output<typeof workItemSchema>;

/** The states of one type of work item. */
export const statesSchema = z.object({
  value: z.array(z.object({ name: z.string(), category: optional(z.string()) })),
});

/** The levels of a project's portfolio, and the types on each. */
export const processSchema = z.object({
  portfolioBacklogs: z.array(
    z.object({
      referenceName: z.string(),
      workItemTypes: optional(z.array(z.object({ name: z.string() }))),
    }),
  ),
});

/** One field, as it comes. */
export const fieldSchema = z.object({
  name: z.string(),
  referenceName: z.string(),
  type: optional(z.string()),
  isPicklist: optional(z.boolean()),
  isDeleted: optional(z.boolean()),
});
/** One field of an organization. */
export type AzureField = z.output<typeof fieldSchema>;

/** The fields of an organization, without unusable ones. */
export const fieldsSchema = z.object({
  value: z
    .array(fieldSchema.nullable().catch(null))
    .transform((fields) => fields.filter((field) => field !== null)),
});

/** Who is signed in. */
export const connectionDataSchema = z.object({
  authenticatedUser: z.object({
    id: optional(z.string()),
    providerDisplayName: optional(z.string()),
    customDisplayName: optional(z.string()),
    subjectDescriptor: optional(z.string()),
  }),
});

/** A page of projects. */
export const projectsSchema = z.object({
  value: z.array(z.object({ id: z.string(), name: z.string(), description: optional(z.string()) })),
});

/** The teams of a person. */
export const teamsSchema = z.object({
  value: z.array(
    z.object({ id: z.string().min(1), projectName: z.string(), projectId: optional(z.string()) }),
  ),
});

/** What assigns work items to a team. */
export const areasSchema = z.object({
  field: optional(z.object({ referenceName: z.string() })),
  values: z.array(z.object({ value: z.string(), includeChildren: optional(z.boolean()) })),
});
