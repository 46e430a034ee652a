/** Notices of the system for what happened while she looked elsewhere; a click opens it. */
import type { SystemNotice } from '@shared/contracts/ipc/desktop.ts';
import { Notification } from 'electron';

const keptAtMost = 20;

/** @returns how to show one; the same id again replaces the former */
export const systemNotices = (opened: (id: string) => void): ((notice: SystemNotice) => void) => {
  // Kept, or the garbage collector would take the click away with the object.
  const shown = new Map<string, Notification>();
  return ({ id, title, body }) => {
    if (!Notification.isSupported()) return;
    shown.get(id)?.close();
    // The ring has its own sound; nothing else makes one.
    const notice = new Notification({ title, body, silent: true });
    notice.on('click', () => opened(id));
    notice.on('close', () => {
      if (shown.get(id) === notice) shown.delete(id);
    });
    shown.delete(id);
    shown.set(id, notice);
    for (const [oldest] of [...shown].slice(0, Math.max(0, shown.size - keptAtMost)))
      shown.delete(oldest);
    notice.show();
  };
};
