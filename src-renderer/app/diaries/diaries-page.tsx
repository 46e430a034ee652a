/** The diaries, with what a booking in a call has too: another hour for an appointment, or none. */
import { ChangeDialog } from '@renderer/features/booking/change-dialog.tsx';
import { DiariesScreen } from '@renderer/features/diaries/diaries-screen.tsx';

export const DiariesPage = () => (
  <DiariesScreen renderChange={(changing) => <ChangeDialog {...changing} />} />
);
