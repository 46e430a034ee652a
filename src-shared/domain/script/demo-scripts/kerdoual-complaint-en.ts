/** Maison Kerdoual, furniture arrived damaged, in English. */
import { speech } from './speech.ts';

export const kerdoualComplaintEnglish = speech({
  version: 7,
  brandId: 'kerdoual',
  direction: 'inbound',
  reasonCodes: ['reclamation-livraison', 'sav', 'piece-detachee', 'garantie'],
  publishedAt: '2026-10-19T08:00:00.000Z',
  firstStep: 'ecoute',
  id: 'kerdoual-delivery-complaint-en',
  name: 'Delivery complaint',
  locale: 'en',
  opening: {
    default:
      'Good morning {{customer.formalName|and welcome}}, {{advisor.fullName}} of Maison Kerdoual. I can see your request is still waiting. [[I will stay with you until it is solved.]]',
    expert:
      'Good morning {{customer.formalName|and welcome}}, {{advisor.fullName}} of Maison Kerdoual. I have your message and your photos in front of me. [[I will stay with you until it is solved.]]',
  },
  openingUnknown: {
    default:
      'Good morning, {{advisor.fullName}} of Maison Kerdoual. May I ask who I am speaking to?',
  },
  steps: [
    {
      id: 'ecoute',
      title: 'Listening',
      text: {
        default: 'Please tell me what happened when your {{order.label|furniture}} arrived.',
        expert:
          'I read “{{case.title|a defect on delivery}}”. Is there anything else I should see?',
      },
      choices: [
        {
          id: 'casse',
          label: 'A part is broken',
          consequence: 'case {{case.reference}}',
          next: 'solution',
        },
        {
          id: 'manque',
          label: 'A parcel is missing',
          consequence: 'check the carrier',
          next: 'solution',
        },
      ],
    },
    {
      id: 'solution',
      title: 'Solution',
      text: {
        default:
          'I am sorry that your {{order.label|furniture}} arrived damaged. [[There is nothing for you to pay.]] A new part within 48 hours, or an exchange: which would you prefer?',
      },
      choices: [
        {
          id: 'piece',
          label: 'The new part',
          consequence: 'check the address',
          next: 'adresse',
          dispositionCode: 'remplacement-envoye',
        },
        {
          id: 'echange',
          label: 'The exchange',
          consequence: 'offer a collection date',
          next: 'adresse',
          dispositionCode: 'echange-accepte',
        },
        {
          id: 'reflechir',
          label: 'To think it over',
          consequence: 'agree a callback',
          next: 'cloture',
          dispositionCode: 'rappel-convenu',
        },
      ],
    },
    {
      id: 'adresse',
      title: 'Address',
      text: {
        default:
          'I am sending it to your address in {{customer.commune|your town}}: is that still right?',
      },
      fields: [{ id: 'code', label: 'Door code, floor', type: 'text' }],
      next: 'cloture',
    },
    {
      id: 'cloture',
      title: 'Closing',
      text: {
        default:
          'You will have the confirmation by e-mail in a minute, and [[I am following your case {{case.reference|}} myself.]] Is everything clear?',
      },
    },
  ],
  objections: [
    {
      id: 'second-time',
      label: 'It is the second time',
      answer: {
        default:
          'You are right to say so. This time I have your case, and I will call you after the delivery to make sure.',
      },
    },
    {
      id: 'gesture',
      label: 'I want compensation',
      answer: { default: 'That is fair. I can give you a credit now, on top of the replacement.' },
    },
  ],
});
