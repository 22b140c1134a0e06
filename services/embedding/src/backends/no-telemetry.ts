/**
 * ONNX Runtime's native build for Linux reports to its maker how it is used. Version 1.30 keeps a database below
 * ~/.cache/Microsoft, a log in /tmp, two threads and some 3 MB, and sends what it gathers. Nothing of a household's
 * library is anybody's business, so this is switched off before the runtime is loaded: import this first.
 */
process.env.ORT_DISABLE_TELEMETRY = '1';
