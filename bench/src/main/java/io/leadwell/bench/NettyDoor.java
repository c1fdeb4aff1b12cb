package io.leadwell.bench;

import io.leadwell.acquire.collect.Collector;
import io.leadwell.acquire.collect.Delivery;
import io.leadwell.acquire.collect.Receipt;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The collector behind another listener, as lean as one can be: no filters, no routes, no answers
 * but two. What it gains over the product's is the most that a listener of its own could.
 */
final class NettyDoor implements AutoCloseable {

  private static final int LARGEST = 256 * 1024;

  private final EventLoopGroup loops;
  private final ExecutorService threads;
  private final Channel channel;

  private NettyDoor(EventLoopGroup loops, ExecutorService threads, Channel channel) {
    this.loops = loops;
    this.threads = threads;
    this.channel = channel;
  }

  static NettyDoor open(Collector collector) throws InterruptedException {
    EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    Channel channel =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel accepted) {
                    accepted
                        .pipeline()
                        .addLast(new HttpServerCodec())
                        .addLast(new HttpObjectAggregator(LARGEST))
                        .addLast(new Handing(collector, threads));
                  }
                })
            .bind("127.0.0.1", 0)
            .sync()
            .channel();
    return new NettyDoor(loops, threads, channel);
  }

  int port() {
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  @Override
  public void close() {
    channel.close().syncUninterruptibly();
    threads.close();
    loops.shutdownGracefully().syncUninterruptibly();
  }

  /** Hands each request to a thread that may wait for the commit. */
  private static final class Handing extends SimpleChannelInboundHandler<FullHttpRequest> {

    private final Collector collector;
    private final ExecutorService threads;

    Handing(Collector collector, ExecutorService threads) {
      this.collector = collector;
      this.threads = threads;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
      byte[] body = ByteBufUtil.getBytes(request.content());
      Delivery delivery =
          new Delivery(
              request.uri().substring(request.uri().lastIndexOf('/') + 1),
              ((InetSocketAddress) context.channel().remoteAddress()).getAddress().getHostAddress(),
              request.headers().get(HttpHeaderNames.USER_AGENT),
              request.headers().get(HttpHeaderNames.HOST),
              request.headers().get(HttpHeaderNames.ORIGIN),
              false,
              Instant.now(),
              atMost -> atMost < body.length ? Arrays.copyOf(body, atMost) : body);
      threads.execute(() -> context.writeAndFlush(answer(collector.take(delivery))));
    }

    private static DefaultFullHttpResponse answer(Receipt receipt) {
      return new DefaultFullHttpResponse(
          HttpVersion.HTTP_1_1,
          receipt instanceof Receipt.Taken
              ? HttpResponseStatus.NO_CONTENT
              : HttpResponseStatus.SERVICE_UNAVAILABLE,
          Unpooled.EMPTY_BUFFER);
    }
  }
}
