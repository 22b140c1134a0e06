/**
 * One small server for a box with 1 GB: standalone output, nothing cached in its memory, no image pipeline.
 * Caching belongs to the browser and to the proxy in front.
 */
import { join } from 'node:path';
import type { NextConfig } from 'next';

const repositoryRoot = join(import.meta.dirname, '..');

const config: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: repositoryRoot,
  turbopack: { root: repositoryRoot },
  // The contracts are read from .proto files at run time, so the tracer cannot see them.
  outputFileTracingIncludes: { '/**': ['../proto/libtrails/**/*.proto'] },
  // None of these runs in production. Named one by one: a loose `**/typescript/**` removes a folder of Next's own.
  // The key `*` covers the server's own trace as well as every route's.
  outputFileTracingExcludes: {
    '*': [
      '../node_modules/sharp/**',
      '../node_modules/@img/**',
      '../node_modules/typescript/**',
      '../proto/gen/**',
    ],
  },
  serverExternalPackages: ['@grpc/grpc-js', '@grpc/proto-loader', '@libtrails/proto'],
  images: { unoptimized: true },
  cacheMaxMemorySize: 0,
  // Browsers ask here where they meet a page before its head names the icon.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  // proxy.ts does this for pages. Files served without it would tell any site that LibTrails runs here.
  headers: async () =>
    ['/_next/static/:path*', '/icon.svg', '/theme.js', '/favicon.ico'].map((source) => ({
      source,
      headers: [{ key: 'Cross-Origin-Resource-Policy', value: 'same-origin' }],
    })),
  poweredByHeader: false,
  // Titles belong in the head for every reader, script or not, and not only for known crawlers.
  htmlLimitedBots: /.*/,
  // `npm run check` runs `tsc -p frontend` as a separate step.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // Pages load on first use: less memory at rest.
    preloadEntriesOnStart: false,
  },
};

export default config;
