"""What a text tells of the writer's own world: times, numbers, places, people and things that are not the order's."""
