"""What a network adapter is called for people, since systems call it eth0 or wlp3s0."""

# The beginning of a name, or a word in it, and what it stands for. The first that fits holds.
CALLED = (
    (("lo", "loopback"), "this laptop only"),
    (("docker", "veth", "br-", "virbr", "vbox", "vmnet", "tun", "wg", "tailscale"), "inside this laptop"),
    (("virtual", "hyper-v"), "inside this laptop"),
    (("wl", "wi-fi", "wifi", "wireless"), "Wi-Fi"),
    (("eth", "enp", "eno", "ens", "ethernet"), "by cable"),
)


def called(address, adapter):
    """A few words for the adapter of an address; its own name where nothing better is known."""
    if address.startswith("127."):
        return "this laptop only"
    name = adapter.lower()
    return next((words for signs, words in CALLED if name.startswith(signs) or has(name, signs)), f"network {adapter}")


def has(name, signs):
    """Whether one of the longer signs stands anywhere in a name, as in “Intel(R) Wi-Fi 6”."""
    return any(sign in name for sign in signs if len(sign) > 4)
