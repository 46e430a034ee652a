/** The speeches to start from, in the order in which they are offered. */
import { agencyOpening } from './agency-opening.ts';
import { b2bQualification } from './b2b-qualification.ts';
import { complaint } from './complaint.ts';
import { hotCart } from './hot-cart.ts';
import { inboundService } from './inbound-service.ts';
import { order } from './order.ts';
import { outboundAppointment } from './outbound-appointment.ts';
import { retention } from './retention.ts';
import { satisfactionSurvey } from './satisfaction-survey.ts';
import type { Template } from './template.ts';

export const templates: readonly Template[] = [
  inboundService,
  complaint,
  order,
  retention,
  outboundAppointment,
  b2bQualification,
  agencyOpening,
  hotCart,
  satisfactionSurvey,
];
