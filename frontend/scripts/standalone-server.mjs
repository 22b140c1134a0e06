// The start of the standalone build; Next's own start is next-server.js beside it. Next listens on all addresses, or
// on HOSTNAME, which shells and containers set to the name of the machine.
process.env.HOSTNAME = process.env.LIBTRAILS_HOST || '127.0.0.1';
await import('./next-server.js');
