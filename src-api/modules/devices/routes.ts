/** Desktops: they check in; an administrator sees them, has one destroy what it holds, sets the rules. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { actorOf, everyone, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  checkedInSchema,
  checkInSchema,
  desktopRulesChangeSchema,
  desktopRulesViewSchema,
  devicePathSchema,
  deviceSchema,
  devicesSchema,
  wipeDoneSchema,
  wipePathSchema,
  wipeRequestSchema,
} from '@shared/contracts/http/devices.ts';
import { routes } from '@shared/contracts/routes.ts';
import { z } from 'zod';
import * as devices from './service.ts';

const tags = ['devices'];
const administrator = { access: ['administrator'] } as const;
const oneDevice = `${routes.devices}/:deviceId`;

const desktopRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.post(
    routes.checkIn,
    {
      schema: {
        tags,
        summary: 'A desktop tells what it holds; the answer says the rules, and whether to wipe',
        body: checkInSchema,
        response: { 200: checkedInSchema, ...problemResponses },
      },
      config: { access: everyone, whileWiping: true },
    },
    async (request) => devices.checkIn(hub, signedInOf(request), request.body),
  );
  app.post(
    `${routes.devices}/wipes/:wipeId/done`,
    {
      schema: {
        tags,
        summary: 'A desktop confirms that its copy and keys are destroyed; its sessions end',
        params: wipePathSchema,
        body: wipeDoneSchema,
        response: { 204: z.void(), ...problemResponses },
      },
      config: { access: everyone, whileWiping: true },
    },
    async (request, reply) => {
      const by = { user: signedInOf(request), actor: actorOf(request) };
      orRefuse(await devices.confirmWipe(hub, by, request.params.wipeId, request.body.left));
      return reply.code(204).send();
    },
  );
};

const wipeRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.post(
    `${oneDevice}/wipe`,
    {
      schema: {
        tags,
        summary:
          'Have a desktop send what waits, then destroy its copy of the customers and its keys',
        params: devicePathSchema,
        body: wipeRequestSchema,
        response: { 200: deviceSchema, ...problemResponses },
      },
      config: administrator,
    },
    async (request) =>
      orRefuse(
        await devices.orderWipe(hub, actorOf(request), { ...request.params, ...request.body }),
      ),
  );
  app.delete(
    `${oneDevice}/wipe`,
    {
      schema: {
        tags,
        summary: 'Withdraw an order that has not been carried out',
        params: devicePathSchema,
        response: { 200: deviceSchema, ...problemResponses },
      },
      config: administrator,
    },
    async (request) =>
      orRefuse(await devices.withdrawWipe(hub, actorOf(request), request.params.deviceId)),
  );
};

const ruleRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.desktopRules,
    {
      schema: {
        tags,
        summary: 'How much desktops hold, and when they lock and expire',
        response: { 200: desktopRulesViewSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async () => devices.desktopRules(hub),
  );
  app.put(
    routes.desktopRules,
    {
      schema: {
        tags,
        summary: 'Change these rules, with the reason; desktops follow at their next check-in',
        body: desktopRulesChangeSchema,
        response: { 200: desktopRulesViewSchema, ...problemResponses },
      },
      config: administrator,
    },
    async (request) => {
      const { reason, ...rules } = request.body;
      return devices.changeRules(hub, actorOf(request), rules, reason);
    },
  );
};

export const deviceRoutes = (app: HubApp, hub: HubDependencies): void => {
  desktopRoutes(app, hub);
  app.get(
    routes.devices,
    {
      schema: {
        tags,
        summary: 'Desktops seen within ninety days: whose, when, what they hold, orders to wipe',
        response: { 200: devicesSchema, ...problemResponses },
      },
      config: administrator,
    },
    async () => ({ devices: await devices.listDevices(hub) }),
  );
  app.get(
    oneDevice,
    {
      schema: {
        tags,
        summary: 'One desktop, with its state',
        params: devicePathSchema,
        response: { 200: deviceSchema, ...problemResponses },
      },
      config: administrator,
    },
    async (request) => orRefuse(await devices.deviceOf(hub, request.params.deviceId)),
  );
  wipeRoutes(app, hub);
  ruleRoutes(app, hub);
};
