/** From when the texts hold; metropolitan time. */

/** Code de la consommation L223-1 as of the loi n° 2025-594, art. 13 III: consent first, Bloctel ends. */
export const consentFirstMs = Date.parse('2026-08-11T00:00:00+02:00');
/** The list of the loi n° 2014-344: Bloctel opened. */
export const bloctelMs = Date.parse('2016-06-01T00:00:00+02:00');
/** Décret n° 2022-1313, art. 2. */
export const hoursMs = Date.parse('2023-03-01T00:00:00+01:00');
/** Ordonnance n° 2016-301: L221-17; the arrêté of 5 July 2016 followed on 1 August. */
export const hiddenNumberMs = Date.parse('2016-07-01T00:00:00+02:00');
/** Décision Arcep n° 2022-1583: dedicated ranges, mobile numbers for persons only. */
export const numberPlanMs = Date.parse('2023-01-01T00:00:00+01:00');
