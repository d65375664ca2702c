"""Before people arrive: what can be asked of this laptop and its network, and what a phone of one's own tells."""
