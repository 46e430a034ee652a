/** Headset buttons (WebHID) for the engine's page alone; what they are is sorted out there. */
import type { Session } from 'electron';
import { isOwnPage, sameOrigin } from './guard.ts';
import { pageUrl } from './pages.ts';

/** Other pages are kept from WebHID by their permissions policy: a device knows only an origin. */
export const allowHeadsets = (session: Session): void => {
  session.setDevicePermissionHandler(
    ({ deviceType, origin }) => deviceType === 'hid' && sameOrigin(origin, pageUrl('engine')),
  );
  session.on('select-hid-device', (event, { deviceList, frame }, choose) => {
    event.preventDefault();
    choose(
      isOwnPage(frame?.url ?? '', pageUrl('engine')) ? (deviceList[0]?.deviceId ?? null) : null,
    );
  });
};
