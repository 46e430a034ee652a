import { coversCommercialCalls } from '@shared/domain/law/france/consent-purpose.ts';
import { describe, expect, it } from 'vitest';

describe('[LAW-5] the purpose of a consent', () => {
  it.each([
    'commercial calls',
    'commercial calls by telephone',
    'Prospection commerciale par téléphone',
    'démarchage téléphonique',
    'telephone prospecting',
    'marketing',
    'offers by phone, SMS and e-mail',
    'être appelée pour nos offres',
    'sales calls',
    'telemarketing',
    'calls about our products and services',
    'commercial',
    'telephone',
  ])('[LAW-5] covers commercial calls when it says %j', (purpose) => {
    expect(coversCommercialCalls(purpose)).toBe(true);
  });

  it.each([
    'newsletter by e-mail',
    'marketing e-mails',
    'offres par SMS',
    'offers by post',
    'satisfaction survey by phone',
    'after-sales service',
    'appels du service après-vente',
    'suivi de livraison',
    'no commercial calls',
    'aucune prospection par téléphone',
    'statistics',
    'product recalls by phone',
    'other',
    '',
    undefined,
  ])('[LAW-5] does not when it says %j', (purpose) => {
    expect(coversCommercialCalls(purpose)).toBe(false);
  });
});
