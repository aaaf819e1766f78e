"""The exchange and the engine as the services' ports want them: the only place that knows both sides' words."""
