/** What the screens of the brand speech ask of the hub; the hub decides who may. */
import { z } from 'zod';
import { scriptSchema } from '../../domain/script/script.ts';
import { idSchema } from '../../kernel/ids.ts';
import * as experiments from '../http/script-experiments.ts';
import * as scripts from '../http/scripts.ts';
import { speechEvidenceSchema } from '../http/speech-evidence.ts';
import * as measures from '../http/speech-measures.ts';

const ofScript = z.object({ scriptId: scriptSchema.shape.id });
const ofVersion = ofScript.extend({ version: z.number().int().min(1) });
const version = scripts.scriptVersionSchema;

export const speechCommands = {
  /** All versions of her brands, or of one speech; newest first. */
  'speeches.versions': {
    input: scripts.versionsQuerySchema,
    output: scripts.scriptVersionsSchema,
  },
  /** One version, whole. */
  'speeches.content': {
    input: ofVersion.extend(scripts.contentQuerySchema.shape),
    output: scriptSchema,
  },
  'speeches.checks': { input: ofVersion, output: scripts.findingsSchema },
  /** What was said in an interaction, as the hub kept it. */
  'speeches.said': {
    input: z.object({ interactionId: idSchema }),
    output: speechEvidenceSchema,
  },
  /** A new draft, of a new speech or as the next version of one. */
  'speeches.draft': {
    input: ofScript.extend({ content: scripts.draftSchema }),
    output: version,
  },
  /** `version-superseded` when somebody saved in between: the text is kept aside then. */
  'speeches.save': { input: ofVersion.extend(scripts.savingSchema.shape), output: version },
  'speeches.asides': { input: ofVersion, output: scripts.asidesSchema },
  'speeches.submit': { input: ofVersion.extend(scripts.ofRevisionSchema.shape), output: version },
  'speeches.recall': { input: ofVersion, output: version },
  'speeches.refuse': { input: ofVersion.extend(scripts.reasonedSchema.shape), output: version },
  'speeches.approve': { input: ofVersion.extend(scripts.ofRevisionSchema.shape), output: version },
  'speeches.publish': {
    input: ofVersion.extend({ from: z.iso.datetime().nullable() }),
    output: version,
  },
  'speeches.withdraw': { input: ofVersion.extend(scripts.reasonedSchema.shape), output: version },
  'speeches.experiments': {
    input: scripts.versionsQuerySchema,
    output: experiments.experimentsSchema,
  },
  'speeches.try': {
    input: ofScript.extend({ plan: experiments.newExperimentSchema }),
    output: experiments.experimentSchema,
  },
  'speeches.stop-trying': {
    input: experiments.experimentPathSchema,
    output: experiments.experimentSchema,
  },
  'speeches.measures': {
    input: ofScript.extend(measures.measuresQuerySchema.shape),
    output: measures.speechMeasuresSchema,
  },
  /** Her own figures; a lead's view of one of her team. */
  'speeches.coaching': {
    input: measures.coachingQuerySchema,
    output: measures.coachingSchema,
  },
  'speeches.events': { input: ofVersion, output: scripts.versionEventsSchema },
  'speeches.comments': { input: ofVersion, output: scripts.commentsSchema },
  'speeches.comment': {
    input: ofVersion.extend(scripts.newCommentSchema.shape),
    output: scripts.commentSchema,
  },
  'speeches.resolve': {
    input: ofVersion.extend({ commentId: idSchema, resolved: z.boolean() }),
    output: scripts.commentSchema,
  },
} as const;
