/**
 * Next lets requests end when it is stopped, but a proxy that keeps its connections sends the next ones into them, and
 * the server lives on until it is killed. From SIGTERM on, answers say `connection: close`. Server only.
 */
import { subscribe } from 'node:diagnostics_channel';
import type { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';

/** Holds for every HTTP server of this process. @param signals the process */
export function leaveConnections(signals: EventEmitter): void {
  const open = new Set<ServerResponse>();
  let leaving = false;
  const leave = (response: ServerResponse) => {
    if (!response.headersSent) response.setHeader('connection', 'close');
  };
  subscribe('http.server.request.start', (message) => {
    const { response } = message as { response: ServerResponse };
    open.add(response);
    response.once('close', () => open.delete(response));
    if (leaving) leave(response);
  });
  signals.once('SIGTERM', () => {
    leaving = true;
    for (const response of open) leave(response);
  });
}
