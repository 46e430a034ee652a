/** What is asked of the hub to assess calls; it decides who may. */
import { z } from 'zod';
import * as assessments from '../http/assessments.ts';

const ofOne = assessments.assessmentPathSchema;
const one = assessments.assessmentSchema;

export const qualityCommands = {
  'quality.grids': { input: z.object({}), output: assessments.gridsSchema },
  'quality.publish': {
    input: assessments.publishGridSchema,
    output: assessments.gridViewSchema,
  },
  'quality.assessments': { input: z.object({}), output: assessments.assessmentsSchema },
  'quality.figures': { input: z.object({}), output: assessments.qualityFiguresSchema },
  'quality.calibrations': { input: z.object({}), output: assessments.calibrationsSchema },
  'quality.calibration': {
    input: assessments.calibrationPathSchema,
    output: assessments.calibrationSchema,
  },
  'quality.save': { input: assessments.draftAssessmentSchema, output: one },
  'quality.send': { input: ofOne, output: one },
  'quality.close': { input: ofOne.extend(assessments.closeAssessmentSchema.shape), output: one },
  'quality.reply': { input: ofOne.extend(assessments.replySchema.shape), output: one },
  'quality.plan': { input: ofOne.extend(assessments.planSchema.shape), output: one },
} as const;
