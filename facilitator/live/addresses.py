"""The addresses at which phones could reach this laptop."""

import ifaddr


def own_addresses():
    """This machine's IPv4 addresses as (address, name of the adapter), the room's network before loopback."""
    found = [
        (ip.ip, adapter.nice_name)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if ip.is_IPv4 and not ip.ip.startswith("169.254.")
    ]
    return sorted(found, key=lambda pair: (pair[0].startswith("127."), pair[0]))


def addresses_behind(host):
    """The addresses at which a listening address is reached: itself, or each of this machine's for "all of them"."""
    return [address for address, _ in own_addresses()] if host in ("0.0.0.0", "::") else [host]  # nosec # noqa: S104
