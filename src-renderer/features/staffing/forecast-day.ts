/** The quarters of a forecast that are worth showing, as drawn and as a table. */
import type { StaffingQuarter } from '@shared/contracts/http/staffing.ts';
import type { ChartQuarter } from './needed-chart.tsx';
import { shownQuarters } from './shown-quarters.ts';

type Shown = ChartQuarter & { readonly told: StaffingQuarter };

export const forecastQuarters = (quarters: readonly StaffingQuarter[]): readonly Shown[] =>
  shownQuarters(
    quarters.map((told) => ({
      told,
      from: told.from,
      over: told.came !== null,
      needed: told.needed,
      low: told.neededLow,
      high: told.neededHigh,
    })),
  );
