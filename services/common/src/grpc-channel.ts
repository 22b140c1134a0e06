/** How clients of the services connect. The front end takes this file as it is; it imports nothing. */

/** Largest message either way: a book's batch of chunks with vectors stays far below it. In bytes. */
export const MAX_MESSAGE_BYTES: number = 16 * 1024 * 1024;

export const CHANNEL_OPTIONS = {
  'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
  'grpc.max_send_message_length': MAX_MESSAGE_BYTES,
  // A service that restarts is found again within a second, not after two minutes.
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 1_000,
  // Also where it comes back under another address: else its name is looked up every half minute.
  'grpc.dns_min_time_between_resolutions_ms': 1_000,
  'grpc.service_config_disable_resolution': 1,
};
